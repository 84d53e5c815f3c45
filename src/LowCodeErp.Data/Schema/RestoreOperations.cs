using LowCodeErp.Runtime.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace LowCodeErp.Data.Schema;

/// <summary>Brings kept tables and columns back under their names. Indexes and foreign keys are then missing, as with anything new.</summary>
/// <param name="renamesKeys">The names of primary keys belong to the schema on servers, not to their table.</param>
internal sealed class RestoreOperations(IRelationalModel model, bool renamesKeys)
{
    public IEnumerable<MigrationOperation> Restore(FormPair form)
    {
        yield return new RenameTableOperation { Name = form.TableBefore, NewName = form.New.Table };
        if (renamesKeys)
        {
            var key = model.FindTable(form.New.Table, null)!.PrimaryKey!.Name;
            yield return new RenameIndexOperation { Table = form.New.Table, Name = RemovedNames.For(key, form.Kept!.Version), NewName = key };
        }
    }

    public static MigrationOperation Restore(FieldPair field)
        => new RenameColumnOperation { Table = field.New.Form.Table, Name = field.ColumnBefore, NewName = field.New.Column };
}
