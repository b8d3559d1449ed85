@_exported import Autodiff
@_exported import Datasets
@_exported import Groundwork
@_exported import Optimizers
@_exported import Tensors
