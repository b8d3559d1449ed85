import LessonKit

/// Every lesson, in the order of the course.
public let catalog = Catalog(
  [
    Rosenbrock.self, AnyFunction.self, Rastrigin.self, LearningRate.self, Race.self, Saddle.self, FairRates.self,
    Lamb.self, Schedules.self, Backprop.self, FirstNetwork.self, Activations.self, Vanishing.self, Exploding.self,
    Initialization.self, GradientClipping.self, DeadRelu.self, Skips.self, PrePostNorm.self, Overfitting.self,
    Capacity.self, Width.self, BiasVariance.self, CrossValidation.self, EarlyStopping.self, Memorisation.self,
    L1L2.self, L1Descent.self, PNormBalls.self, RegularisationStrength.self, DroppedUnits.self, Diagnose.self,
    Robustness.self, BNConditioning.self, BatchNormalisation.self, NormBatchSize.self, CovariateShift.self,
  ], statements: Statement.descent + Statement.gradientFlow + Statement.normalisation + Statement.fitting)
