module github.com/dawndusk/dawndusk

go 1.26

require (
	github.com/goccy/go-yaml v1.19.2
	gonum.org/v1/gonum v0.17.0
)
