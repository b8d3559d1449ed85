@_exported import Landscapes
@_exported import Optimizers
@_exported import Plot
@_exported import Raster
@_exported import Tensors
