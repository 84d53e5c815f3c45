namespace LowCodeErp.Runtime.Organisations;

/// <summary>Who stands in for an absent member on a day.</summary>
public sealed record Substitution(Absence Absence, SubstituteState State)
{
    /// <summary>Null when nobody does. The substitute of an absent substitute is never taken instead: nobody has asked him.</summary>
    public long? SubstituteId => State == SubstituteState.Present ? Absence.SubstituteId : null;
}
