using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;

namespace LowCodeErp.Formula.Analysis;

/// <summary>A value at which a condition changes, with its neighbours, for test records. Neighbours are null at the end of the calendar and of values without order.</summary>
public sealed record BoundaryValue(FieldPath Field, LocalizedText Words, object? Below, object On, object? Above);
