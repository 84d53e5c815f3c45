namespace LowCodeErp.Metadata.Settings;

/// <summary>The member is a condition: a formula over the records of another form, which holds for some of them.</summary>
/// <param name="of">The member of the same record that names the form.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ConditionAttribute(string of) : Attribute
{
    public string Of => of;
}
