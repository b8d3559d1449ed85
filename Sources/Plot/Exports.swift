@_exported import Fields
@_exported import Groundwork
@_exported import PNGCodec
@_exported import Raster
@_exported import Typography
