package lunar

import (
	"fmt"
	"strings"
)

// MarshalText is String.
func (d Destination) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads a destination's name.
func (d *Destination) UnmarshalText(text []byte) error {
	got, ok := DestinationNamed(string(text))
	if !ok {
		return fmt.Errorf("%q is not a destination; write one of %s", text, strings.Join(destinationNames[:], ", "))
	}
	*d = got
	return nil
}

// MarshalText is String.
func (r Route) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads a route's name.
func (r *Route) UnmarshalText(text []byte) error {
	for x := range NumRoutes {
		if x.String() == string(text) {
			*r = x
			return nil
		}
	}
	return fmt.Errorf("%q is not a route; write driver or rocket", text)
}
