export default function Verdict() { return <section class="view"><h1>Verdict</h1></section> }
