@_exported import Autodiff
@_exported import Datasets
@_exported import Landscapes
@_exported import Networks
@_exported import Optimizers
@_exported import Plot
@_exported import Raster
@_exported import Tensors
