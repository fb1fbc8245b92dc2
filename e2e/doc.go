// Package e2e holds the tests of the page in a browser, against the real server. Where
// there is no Chromium they are skipped, unless DAWNDUSK_BROWSER is "required".
package e2e
