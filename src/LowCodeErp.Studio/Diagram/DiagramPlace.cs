namespace LowCodeErp.Studio.Diagram;

/// <summary>A place in a column: of a form, or of a line that passes from one form to another.</summary>
/// <param name="To">The form itself where it is a form's.</param>
internal readonly record struct DiagramPlace(string From, string To)
{
    public bool IsForm => From == To;
}
