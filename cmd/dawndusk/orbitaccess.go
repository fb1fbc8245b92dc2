package main

import (
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/dawndusk/dawndusk/orbit/event"
	"github.com/dawndusk/dawndusk/orbit/sky"
	"github.com/dawndusk/dawndusk/si"
)

// site is a place that looks at satellites.
type site struct {
	name string
	event.Station
}

func (a *app) accessCommand() *cobra.Command {
	var f searchFlags
	var sites []string
	var file, mask string
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "access [FILE]",
		Short: "When satellites are in view of sites on the ground",
		Long: `Access finds when each satellite rises over a site's mask, stands highest and sets,
between --start and --stop, to the millisecond and not to a step, by geometry without
refraction. The satellites are those of a FILE of element sets, see orbit propagate,
and of a --constellation.

A --site is latitude and longitude in degrees, north and east, and its height over the
ellipsoid of WGS 84 with its unit: "52.0,4.4,3 m"; a name may follow. --sites takes a
CSV with the columns name, latitude_deg, longitude_deg, height_m and, if there is one,
mask_deg. --mask is the elevation of the others, 0 unless told, all round or as
azimuth:elevation points: "0:5,90:12,180:5".

One line is a pass; its highest point is that within the span, and cut says where the
span cuts it off. Without --eop sites are up to half a kilometre off, some 50 ms.`,
		Example: `  dawndusk orbit access iss.tle --site "52.0,4.4,3 m,Delft" --start 2026-08-22 --stop 1d --mask 10
  dawndusk orbit access starlink.tle --sites gateways.csv --start 2026-08-22 --stop 1h --out p.csv
  dawndusk orbit access --constellation starlink-gen1 --site "-33.9,18.4,0 m" \
      --start 2030-01-01 --stop 2h`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			list, err := readSites(sites, file, mask)
			if err != nil {
				return err
			}
			return a.access(cmd.Context(), given(args), &f, list, asJSON)
		},
	}
	cmd.Flags().StringArrayVar(&sites, "site", nil, `a site, "latitude,longitude,height[,name]"; may be repeated`)
	cmd.Flags().StringVar(&file, "sites", "", "CSV of sites")
	cmd.Flags().StringVar(&mask, "mask", "0", `least elevation, degrees, or "azimuth:elevation,…"`)
	f.timeFlags.add(cmd, false)
	cmd.Flags().StringVar(&f.eop, "eop", "", "file of Earth's orientation: CelesTrak's EOP or IERS's finals2000A")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	cmd.Flags().StringVar(&f.out, "out", "", "file to write, whole or not at all")
	f.sourceFlags.add(cmd)
	return cmd
}

const degree = math.Pi / 180

// readSites reads the sites of the flags and of a file.
func readSites(texts []string, file, mask string) (list []site, err error) {
	sills, err := readMask(mask)
	if err != nil {
		return nil, err
	}
	for i, text := range texts {
		s, err := readSite(text, i)
		if err != nil {
			return nil, err
		}
		s.Mask = sills
		list = append(list, s)
	}
	if file != "" {
		if list, err = readSiteFile(list, file, sills); err != nil {
			return nil, err
		}
	}
	if list == nil {
		return nil, badInput(`which sites? --site "52.0,4.4,3 m" or --sites FILE.csv`)
	}
	return list, nil
}

// placed makes a station of a place in degrees and km.
func placed(name string, latitude, longitude, height float64) (site, string) {
	switch {
	case !(math.Abs(latitude) <= 90):
		return site{}, fmt.Sprintf("the latitude is %v; -90 to 90 degrees, north", latitude)
	case !(math.Abs(longitude) <= 360):
		return site{}, fmt.Sprintf("the longitude is %v; -180 to 180 degrees, east", longitude)
	case !(height >= -12 && height <= 100):
		return site{}, fmt.Sprintf("the height is %v km; -12 to 100 km over the ellipsoid", height)
	}
	return site{name, event.At(sky.Geodetic{Latitude: latitude * degree, Longitude: math.Remainder(longitude, 360) * degree, Height: height}, 0)}, ""
}

func readSite(text string, i int) (site, error) {
	parts := strings.SplitN(text, ",", 4)
	right := `"latitude,longitude,height", degrees north and east and a height with its unit, such as "52.0,4.4,3 m"`
	if len(parts) < 3 {
		return site{}, badInput("--site %q; %s", text, right)
	}
	latitude, err1 := strconv.ParseFloat(strings.TrimSpace(parts[0]), 64)
	longitude, err2 := strconv.ParseFloat(strings.TrimSpace(parts[1]), 64)
	var height si.Length
	err3 := height.UnmarshalText([]byte(strings.TrimSpace(parts[2])))
	if err1 != nil || err2 != nil || err3 != nil {
		return site{}, badInput("--site %q; %s", text, right)
	}
	name := "site " + strconv.Itoa(i+1)
	if len(parts) > 3 && strings.TrimSpace(parts[3]) != "" {
		name = printable(strings.TrimSpace(parts[3]))
	}
	s, wrong := placed(name, latitude, longitude, height.SI()/1000)
	if wrong != "" {
		return site{}, badInput("--site %q: %s", text, wrong)
	}
	return s, nil
}

// readMask reads an elevation all round, or points of a horizon.
func readMask(text string) ([]event.Sill, error) {
	wrong := func() ([]event.Sill, error) {
		return nil, badInput(`--mask %q; degrees below 90, such as 10, or azimuth:elevation points in order, such as 0:5,90:12,180:5`, text)
	}
	var list []event.Sill
	for _, point := range strings.Split(text, ",") {
		a, e, both := strings.Cut(point, ":")
		if !both {
			a, e = "0", point
			if strings.Contains(text, ",") {
				return wrong()
			}
		}
		azimuth, err1 := strconv.ParseFloat(strings.TrimSpace(a), 64)
		elevation, err2 := strconv.ParseFloat(strings.TrimSpace(e), 64)
		if err1 != nil || err2 != nil || !(azimuth >= 0 && azimuth < 360) || !(math.Abs(elevation) < 90) ||
			len(list) > 0 && !(azimuth*degree > list[len(list)-1].Azimuth) {
			return wrong()
		}
		list = append(list, event.Sill{Azimuth: azimuth * degree, Elevation: elevation * degree})
	}
	return list, nil
}

// mostSites bounds a file of sites.
const mostSites = 100_000

func readSiteFile(list []site, file string, sills []event.Sill) ([]site, error) {
	in, closing, err := open(file)
	if err != nil {
		return nil, err
	}
	defer closing()
	return readSiteTable(list, in, file, sills)
}

// readSiteTable reads a table of sites; file names it in messages.
func readSiteTable(list []site, in io.Reader, file string, sills []event.Sill) ([]site, error) {
	r := csv.NewReader(in)
	r.TrimLeadingSpace, r.ReuseRecord = true, true
	header, err := r.Read()
	if errors.Is(err, io.EOF) {
		return nil, badInput("%s is empty; a line of names: name,latitude_deg,longitude_deg,height_m, and a line for each site", file)
	}
	if err != nil {
		return nil, badInput("%s: %v; a line of names: name,latitude_deg,longitude_deg,height_m", file, err)
	}
	header = slices.Clone(header)
	header[0] = strings.TrimPrefix(header[0], "\ufeff")
	column := func(name string) int { return slices.Index(header, name) }
	for _, name := range []string{"latitude_deg", "longitude_deg", "height_m"} {
		if column(name) < 0 {
			return nil, badInput("%s has no column %s; name,latitude_deg,longitude_deg,height_m and perhaps mask_deg", file, name)
		}
	}
	for before := len(list); ; {
		row, err := r.Read()
		if errors.Is(err, io.EOF) && len(list) == before {
			return nil, badInput("%s holds no site; a line for each after that of names", file)
		}
		if errors.Is(err, io.EOF) {
			return list, nil
		}
		if err != nil {
			return nil, badInput("%s: %v", file, err)
		}
		line, _ := r.FieldPos(0)
		if len(list) >= mostSites {
			return nil, badInput("%s:%d: more than %d sites", file, line, mostSites)
		}
		var values [4]float64
		for i, name := range []string{"latitude_deg", "longitude_deg", "height_m", "mask_deg"} {
			k := column(name)
			if k < 0 || i == 3 && row[k] == "" {
				continue
			}
			if values[i], err = strconv.ParseFloat(strings.TrimSpace(row[k]), 64); err != nil {
				return nil, badInput("%s:%d: %s is %q; a number", file, line, name, row[k])
			}
		}
		name := fmt.Sprintf("site %d", len(list)+1)
		if k := column("name"); k >= 0 && row[k] != "" {
			name = printable(row[k])
		}
		s, wrong := placed(name, values[0], values[1], values[2]/1000)
		if wrong != "" {
			return nil, badInput("%s:%d: %s", file, line, wrong)
		}
		s.Mask = sills
		if k := column("mask_deg"); k >= 0 && row[k] != "" {
			if !(math.Abs(values[3]) < 90) {
				return nil, badInput("%s:%d: the mask is %v; below 90 degrees", file, line, values[3])
			}
			s.Mask = []event.Sill{{Elevation: values[3] * degree}}
		}
		list = append(list, s)
	}
}

type passJSON struct {
	Site        string  `json:"site"`
	Number      int     `json:"norad_id"`
	Rise        string  `json:"rise_utc"`
	RiseAzimuth float64 `json:"rise_azimuth_deg"`
	Highest     string  `json:"highest_utc"`
	Azimuth     float64 `json:"highest_azimuth_deg"`
	Elevation   float64 `json:"highest_elevation_deg"`
	Distance    float64 `json:"highest_distance_km"`
	Set         string  `json:"set_utc"`
	SetAzimuth  float64 `json:"set_azimuth_deg"`
	Duration    float64 `json:"duration_s"`
	Cut         string  `json:"cut,omitempty"`
}

func (a *app) access(ctx context.Context, name string, f *searchFlags, sites []site, asJSON bool) error {
	q, err := f.search(name)
	if err != nil {
		return err
	}
	a.warnOrientation(f.eop, q.orientation, q.span.Start, q.span.Stop)
	out, err := a.output(f.out)
	if err != nil {
		return err
	}
	if asJSON {
		fmt.Fprint(out, "[")
	} else {
		fmt.Fprintln(out, "site,norad_id,rise_utc,rise_azimuth_deg,highest_utc,highest_azimuth_deg,highest_elevation_deg,highest_distance_km,"+
			"set_utc,set_azimuth_deg,duration_s,cut")
	}
	quoted := make([]string, len(sites))
	for i := range sites {
		if quoted[i] = sites[i].name; strings.ContainsAny(quoted[i], `",`) {
			quoted[i] = `"` + strings.ReplaceAll(quoted[i], `"`, `""`) + `"`
		}
	}
	list := &joined{Writer: out, join: asJSON}
	lost, err := q.look(ctx, a, list, func(dst []byte, sat *satellite, path event.Path) ([]byte, error) {
		track, err := event.NewTrack(path, q.span, q.orientation)
		if err != nil {
			return dst, err
		}
		var passes []event.Pass
		for i := range sites {
			st := &sites[i].Station
			if passes, err = track.Passes(*st, passes[:0]); err != nil {
				return dst, err
			}
			for _, p := range passes {
				row := passJSON{
					Site: sites[i].name, Number: sat.number, Rise: stamp(p.Start), Highest: stamp(p.Highest), Elevation: p.Elevation / degree, Set: stamp(p.Stop),
					Duration: p.Seconds(), Cut: cutOff(p.Interval),
				}
				for _, at := range []struct {
					t        sky.Instant
					azimuth  *float64
					distance *float64
				}{{p.Start, &row.RiseAzimuth, nil}, {p.Highest, &row.Azimuth, &row.Distance}, {p.Stop, &row.SetAzimuth, nil}} {
					s, err := track.At(at.t)
					if err != nil {
						return dst, err
					}
					azimuth, _, distance := st.Look(s.Position)
					if *at.azimuth = azimuth / degree; at.distance != nil {
						*at.distance = distance
					}
				}
				if asJSON {
					if len(dst) > 0 {
						dst = append(dst, ',')
					}
					if dst, err = appendJSON(dst, row); err != nil {
						return dst, err
					}
					continue
				}
				dst = fmt.Appendf(dst, "%s,%d,%s,%.3f,%s,%.3f,%.4f,%.3f,%s,%.3f,%.3f,%s\n", quoted[i], row.Number, row.Rise, row.RiseAzimuth, row.Highest, row.Azimuth,
					row.Elevation, row.Distance, row.Set, row.SetAzimuth, row.Duration, row.Cut)
			}
		}
		return dst, nil
	})
	if asJSON && err == nil && ctx.Err() == nil {
		fmt.Fprint(out, "\n]\n")
	}
	return q.end(ctx, out, lost, err)
}
