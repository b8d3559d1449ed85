@_exported import Datasets
@_exported import Groundwork
@_exported import Tensors
