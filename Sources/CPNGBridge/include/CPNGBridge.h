#pragma once
int plumbline_png_placeholder(void);
