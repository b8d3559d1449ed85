#include "CPNGBridge.h"
int plumbline_png_placeholder(void) { return 0; }
