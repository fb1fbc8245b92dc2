// Dawndusk's page.

import { render } from 'preact'

import { Shell } from './shell'
import { begin } from './study'

import './style.css'

begin()
const page = document.getElementById('page')!
page.textContent = ''
render(<Shell />, page)
