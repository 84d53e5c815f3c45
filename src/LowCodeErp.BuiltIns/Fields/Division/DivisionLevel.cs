namespace LowCodeErp.BuiltIns.Fields.Division;

public enum DivisionLevel
{
    Province,
    City,
    District,
    Street,
}
