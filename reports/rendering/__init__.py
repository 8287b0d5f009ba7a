"""From collected chapters to HTML, from HTML to a PDF file."""
