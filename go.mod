module github.com/dawndusk/dawndusk

go 1.26
