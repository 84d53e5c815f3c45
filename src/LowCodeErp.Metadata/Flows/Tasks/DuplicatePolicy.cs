namespace LowCodeErp.Metadata.Flows.Tasks;

/// <summary>自动去重: whether somebody is asked again who approved already (rule 39).</summary>
public enum DuplicatePolicy
{
    /// <summary>Everybody is asked at every step.</summary>
    None,

    /// <summary>Whoever approved the step just before is not asked.</summary>
    Consecutive,

    /// <summary>Whoever approved any earlier step is not asked.</summary>
    AnyEarlier,

    /// <summary>Whoever will be asked at a later step is not asked now. Counted are the steps that follow for certain and name their people in the organisation.</summary>
    Last,
}
