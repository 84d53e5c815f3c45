namespace LowCodeErp.Runtime.Files;

/// <summary>A field type whose values are files.</summary>
public interface IFileFieldType
{
    FileRule GetRule(object settings);
}
