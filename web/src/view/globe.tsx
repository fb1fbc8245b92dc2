export default function Globe() { return <section class="view"><h1>Globe</h1></section> }
