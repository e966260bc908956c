// slides
