@_exported import Groundwork
@_exported import PNGCodec
@_exported import Raster
@_exported import Typography
