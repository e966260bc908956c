"""Turns views and prose into the HTML of a page, by the templates of the site."""
