package export

import (
	"io"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress/zstd"

	"github.com/dawndusk/dawndusk/orbit/gp"
	"github.com/dawndusk/dawndusk/orbit/sky"
)

// Parquet writes states as columns, packed by zstd: those of [CSV] with the time
// in UTC and the name beside them. A state that does not exist has its code and
// nulls. It holds one group of rows at a time.
//
// Source: Apache Parquet format 2, by github.com/parquet-go/parquet-go.
// Ignores: leap seconds: a timestamp of Parquet has none, so one that falls on one
// is that of the second before.
// Good to: all digits; TestVal_ParquetReadAgain.
// Needs: a writer that nothing else is written to.
type Parquet struct {
	frame   Frame
	writer  *parquet.Writer
	group   *parquet.ConcurrentRowGroupWriter
	rows    int
	columns [][]parquet.Value
}

// groupRows is how many rows are packed together: 15 MB before, some 8 after.
const groupRows = 1 << 18

// The columns, in their order. Floats are split into their bytes, which packs them best.
type (
	cartesianRow struct {
		NoradID int64    `parquet:"norad_id,dict"`
		Name    string   `parquet:"name,dict"`
		UTC     int64    `parquet:"utc,timestamp(nanosecond),delta"`
		Minutes float64  `parquet:"minutes_since_epoch,split"`
		Error   int32    `parquet:"error,dict"`
		X       *float64 `parquet:"x_km,optional,split"`
		Y       *float64 `parquet:"y_km,optional,split"`
		Z       *float64 `parquet:"z_km,optional,split"`
		VX      *float64 `parquet:"vx_km_s,optional,split"`
		VY      *float64 `parquet:"vy_km_s,optional,split"`
		VZ      *float64 `parquet:"vz_km_s,optional,split"`
	}
	geodeticRow struct {
		NoradID   int64    `parquet:"norad_id,dict"`
		Name      string   `parquet:"name,dict"`
		UTC       int64    `parquet:"utc,timestamp(nanosecond),delta"`
		Minutes   float64  `parquet:"minutes_since_epoch,split"`
		Error     int32    `parquet:"error,dict"`
		Latitude  *float64 `parquet:"latitude_deg,optional,split"`
		Longitude *float64 `parquet:"longitude_deg,optional,split"`
		Height    *float64 `parquet:"height_km,optional,split"`
	}
)

// NewParquet returns a writer of a file. Created and comment go into its metadata,
// with the frame and the time scale.
func NewParquet(w io.Writer, frame Frame, created sky.Instant, comment string) *Parquet {
	schema := parquet.NewSchema("states", parquet.SchemaOf(cartesianRow{}))
	if frame == Geodetic {
		schema = parquet.NewSchema("states", parquet.SchemaOf(geodeticRow{}))
	}
	return &Parquet{
		frame:   frame,
		columns: make([][]parquet.Value, len(schema.Fields())),
		writer: parquet.NewWriter(w, schema,
			parquet.Compression(&zstd.Codec{Level: zstd.SpeedDefault}),
			parquet.CreatedBy("dawndusk", "1", "orbit/export"),
			parquet.KeyValueMetadata("frame", frame.String()),
			parquet.KeyValueMetadata("time_system", "UTC"),
			parquet.KeyValueMetadata("center", "EARTH"),
			parquet.KeyValueMetadata("created", string(appendUTC(nil, created))+"Z"),
			parquet.KeyValueMetadata("comment", clean(comment)),
		),
	}
}

// States adds an object's states.
func (p *Parquet) States(o *Object, states []State) error {
	for len(states) > 0 {
		n := min(len(states), groupRows-p.rows, 4096)
		if err := p.add(o, states[:n]); err != nil {
			return err
		}
		states = states[n:]
		if p.rows += n; p.rows >= groupRows {
			if err := p.commit(); err != nil {
				return err
			}
		}
	}
	return nil
}

func (p *Parquet) add(o *Object, states []State) error {
	if p.group == nil {
		p.group = p.writer.BeginRowGroup()
	}
	for i := range p.columns {
		p.columns[i] = p.columns[i][:0]
	}
	put := func(column int, v parquet.Value, defined int) {
		p.columns[column] = append(p.columns[column], v.Level(0, defined, column))
	}
	number, name := parquet.Int64Value(int64(o.Number)), parquet.ByteArrayValue([]byte(clean(o.Name)))
	for i := range states {
		s := &states[i]
		put(0, number, 0)
		put(1, name, 0)
		put(2, parquet.Int64Value(s.Time.Time().UnixNano()), 0)
		put(3, parquet.DoubleValue(s.Minutes), 0)
		put(4, parquet.Int32Value(int32(s.Code)), 0)
		for k := 5; k < len(p.columns); k++ {
			v := 0.0
			if k < 8 {
				v = s.Position[k-5]
			} else {
				v = s.Velocity[k-8]
			}
			if s.Code == gp.OK {
				put(k, parquet.DoubleValue(v), 1)
			} else {
				put(k, parquet.NullValue(), 0)
			}
		}
	}
	for i, c := range p.group.ColumnWriters() {
		if _, err := c.WriteRowValues(p.columns[i]); err != nil {
			return err
		}
	}
	return nil
}

func (p *Parquet) commit() error {
	if p.group == nil {
		return nil
	}
	_, err := p.group.Commit()
	p.group, p.rows = nil, 0
	return err
}

// Close writes what is left and the end of the file.
func (p *Parquet) Close() error {
	if err := p.commit(); err != nil {
		return err
	}
	return p.writer.Close()
}
