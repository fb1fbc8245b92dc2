package main

import (
	"context"
	"fmt"
	"net"
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"github.com/dawndusk/dawndusk/server"
)

// defaultPort is where the page is; the year of the headline.
const defaultPort = 8035

// tokenVariable names the token where a command line would show it to everybody on
// the machine.
const tokenVariable = "DAWNDUSK_TOKEN"

type serveFlags struct {
	port           int
	addr, token    string
	insecure, open bool
}

func (a *app) serveCommand() *cobra.Command {
	var f serveFlags
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Open the page, and answer programs over HTTP",
		Long: `Serve listens on this machine alone, prints the address of the page, and answers
until it is interrupted. The page shows the verdict, lets every assumption be moved,
and draws the chain, a globe and a satellite; /plain/ does without script. Programs find the interface under /api/v1, described at
/reference. Nothing is fetched from elsewhere and nothing is written.

To be reached from other machines name an address with --addr, and a token that
every request must carry with --token or in ` + tokenVariable + `. The token and the
answers go over the wire as they are: put what encrypts in between.`,
		Example: `  dawndusk serve
  dawndusk serve --open
  dawndusk serve --port 0
  ` + tokenVariable + `=a-secret-that-is-long dawndusk serve --addr 192.168.1.5:8035`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if !cmd.Flags().Changed("token") {
				f.token = os.Getenv(tokenVariable)
			}
			if cmd.Flags().Changed("port") && f.addr != "" {
				return badInput("--port and --addr both name a port; write one")
			}
			if n := utf8.RuneCountInString(f.token); n > 0 && n < server.MinToken {
				return badInput("the token has %d characters, which can be guessed: give at least %d", n, server.MinToken)
			}
			return a.serve(cmd.Context(), &f)
		},
	}
	cmd.Flags().IntVar(&f.port, "port", defaultPort, "port on 127.0.0.1; 0: any that is free")
	cmd.Flags().StringVar(&f.addr, "addr", "", `address to listen on instead, such as "192.168.1.5:8035"`)
	cmd.Flags().StringVar(&f.token, "token", "", "what every request must carry, at least 16 characters (default $"+tokenVariable+")")
	cmd.Flags().BoolVar(&f.insecure, "insecure", false, "let whoever reaches --addr in without a token")
	cmd.Flags().BoolVar(&f.open, "open", false, "open the page in the browser")
	return cmd
}

// listenOn returns the address to listen on and the names by which the server may be
// asked beside the loopback's.
func (f *serveFlags) listenOn() (addr string, hosts []string, err error) {
	if f.addr == "" {
		if f.port < 0 || f.port > 65535 {
			return "", nil, badInput("--port %d: write 0 to 65535", f.port)
		}
		return net.JoinHostPort("127.0.0.1", strconv.Itoa(f.port)), nil, nil
	}
	host, port, err := net.SplitHostPort(f.addr)
	if n, bad := strconv.Atoi(port); err != nil || bad != nil || n < 0 || n > 65535 {
		return "", nil, badInput("--addr %q: write HOST:PORT, such as 192.168.1.5:%d", f.addr, defaultPort)
	}
	ip := net.ParseIP(host)
	if ip != nil && ip.IsLoopback() || strings.EqualFold(host, "localhost") {
		return f.addr, nil, nil
	}
	if f.token == "" && !f.insecure {
		return "", nil, badInput("--addr %s can be reached by others: give a --token that requests must carry, or --insecure to let everybody in", f.addr)
	}
	switch named := ip == nil && host != ""; {
	case ip != nil && !ip.IsUnspecified():
	case f.token != "": // by whatever name this machine has
		return f.addr, []string{"*"}, nil
	default: // no name but its own: others can be made to point here by the page of any site
		if !named {
			host, _ = os.Hostname() // none: by its addresses alone
		}
		return f.addr, []string{"0.0.0.0", strings.ToLower(host)}, nil
	}
	return f.addr, []string{ip.String()}, nil // as browsers write it
}

func (a *app) serve(ctx context.Context, f *serveFlags) error {
	addr, hosts, err := f.listenOn()
	if err != nil {
		return err
	}
	s, err := server.New(server.Options{Version: version(), Token: f.token, Hosts: hosts})
	if err != nil {
		return err
	}
	l, err := new(net.ListenConfig).Listen(ctx, "tcp", addr)
	if err != nil {
		s.Close()
		return badInput("cannot listen on %s: %v; name another --port, or 0 for any", addr, listenReason(err))
	}
	page := "http://" + l.Addr().String() + "/"
	fmt.Fprintln(a.out, "Dawndusk is at "+a.style(bold, page)+" until Ctrl-C")
	if f.open {
		if err := openBrowser(page); err != nil {
			fmt.Fprintf(a.err, "warning: no browser could be opened: %v\n", err)
		}
	}
	if err := s.Serve(ctx, l); err != nil {
		return err
	}
	fmt.Fprintln(a.out, "stopped")
	return nil
}

// listenReason drops what package net puts before a reason.
func listenReason(err error) error {
	for {
		switch e := err.(type) {
		case *net.OpError:
			err = e.Err
		case *os.SyscallError:
			err = e.Err
		default:
			return err
		}
	}
}

// openBrowser shows a page in the person's browser.
func openBrowser(page string) error {
	name, args := "xdg-open", []string{page}
	switch runtime.GOOS {
	case "darwin":
		name = "open"
	case "windows":
		name, args = "rundll32", []string{"url.dll,FileProtocolHandler", page}
	}
	cmd := exec.Command(name, args...)
	if err := cmd.Start(); err != nil {
		return err
	}
	go cmd.Wait() // it may outlive nothing but this program
	return nil
}
