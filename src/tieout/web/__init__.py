"""tieout in one page of a browser, run there by Pyodide: nothing is fetched and nothing sent."""
