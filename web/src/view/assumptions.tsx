export default function Assumptions() { return <section class="view"><h1>Assumptions</h1></section> }
