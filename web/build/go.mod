module github.com/dawndusk/dawndusk/web/build

go 1.26.0

require (
	github.com/dawndusk/dawndusk v0.0.0
	github.com/evanw/esbuild v0.28.2
)

require golang.org/x/sys v0.49.0 // indirect

replace github.com/dawndusk/dawndusk => ../..
