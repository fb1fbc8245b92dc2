export default function Claims() { return <section class="view"><h1>Claims</h1></section> }
