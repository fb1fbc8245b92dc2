export default function Satellite() { return <section class="view"><h1>Satellite</h1></section> }
