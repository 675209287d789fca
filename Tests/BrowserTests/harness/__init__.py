"""What the browser tests stand on: built sites, a server over them, and a browser that is watched."""
