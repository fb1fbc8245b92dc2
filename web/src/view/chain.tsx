export default function Chain() { return <section class="view"><h1>Chain</h1></section> }
