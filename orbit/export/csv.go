package export

import (
	"strconv"

	"github.com/dawndusk/dawndusk/orbit/gp"
)

// CSV is a line of names with their units and a line for each state: number in
// the catalogue, minutes from the object's epoch, error code, position and
// velocity with all their digits. A state that does not exist has its code and no
// numbers. All objects are in one table.
type CSV struct {
	Frame Frame
	UTC   bool // with a column of the time in UTC
}

// columns are the names of a state's numbers in a frame.
func (f Frame) columns() []string {
	if f == Geodetic {
		return []string{"latitude_deg", "longitude_deg", "height_km"}
	}
	return []string{"x_km", "y_km", "z_km", "vx_km_s", "vy_km_s", "vz_km_s"}
}

// Begin appends the names.
func (c CSV) Begin(dst []byte) []byte {
	dst = append(dst, "norad_id,"...)
	if c.UTC {
		dst = append(dst, "utc,"...)
	}
	dst = append(dst, "minutes_since_epoch,error"...)
	for _, name := range c.Frame.columns() {
		dst = append(append(dst, ','), name...)
	}
	return append(dst, '\n')
}

// Open appends nothing.
func (c CSV) Open(dst []byte, o *Object) []byte { return dst }

// States appends a line for each.
func (c CSV) States(dst []byte, o *Object, states []State) []byte {
	for i := range states {
		s := &states[i]
		dst = append(strconv.AppendInt(dst, int64(o.Number), 10), ',')
		if c.UTC {
			dst = append(appendUTC(dst, s.Time), "Z,"...)
		}
		dst = strconv.AppendFloat(dst, s.Minutes, 'g', -1, 64)
		dst = strconv.AppendUint(append(dst, ','), uint64(s.Code), 10)
		for _, v := range s.Position {
			dst = append(dst, ',')
			if s.Code == gp.OK {
				dst = strconv.AppendFloat(dst, v, 'g', -1, 64)
			}
		}
		if c.Frame != Geodetic {
			for _, v := range s.Velocity {
				dst = append(dst, ',')
				if s.Code == gp.OK {
					dst = strconv.AppendFloat(dst, v, 'g', -1, 64)
				}
			}
		}
		dst = append(dst, '\n')
	}
	return dst
}

// Shut appends nothing.
func (c CSV) Shut(dst []byte, o *Object) []byte { return dst }

// End appends nothing.
func (c CSV) End(dst []byte) []byte { return dst }
