namespace LowCodeErp.Formula.Building;

public enum TestOperator
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Between,
    In,
    NotIn,
    Contains,
    NotContains,
    StartsWith,
    EndsWith,
    ContainsAny,
    ContainsAll,
    ContainsNone,
    IsBlank,
    IsNotBlank,
    IsTrue,
    IsFalse,
    InPeriod,
    LastDays,
    NextDays,
}
