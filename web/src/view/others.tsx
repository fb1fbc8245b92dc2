export default function Others() { return <section class="view"><h1>Others</h1></section> }
