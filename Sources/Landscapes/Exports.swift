@_exported import Groundwork
@_exported import Optimizers
@_exported import Tensors
