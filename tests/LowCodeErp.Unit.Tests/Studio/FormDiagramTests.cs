using System.Xml.Linq;
using LowCodeErp.Studio.Diagram;

namespace LowCodeErp.Unit.Tests.Studio;

public sealed class FormDiagramTests
{
    [Fact]
    public void Form_StandsRightOfWhatItRefersTo()
    {
        var diagram = Draw(["order", "customer", "line", "product"], ("order", "customer"), ("line", "order"), ("line", "product"));

        Assert.True(X(diagram, "customer") < X(diagram, "order"));
        Assert.True(X(diagram, "order") < X(diagram, "line"));
        Assert.True(X(diagram, "product") < X(diagram, "line"));
        Assert.Equal(3, diagram.Lines.Count);
    }

    [Fact]
    public void Circles_AndSelves_AreDrawnWithoutEnd()
    {
        var diagram = Draw(["a", "b", "c"], ("a", "b"), ("b", "c"), ("c", "a"), ("a", "a"));

        Assert.Equal(3, diagram.Boxes.Count);
        Assert.Equal(4, diagram.Lines.Count);
    }

    [Fact]
    public void References_OfOneFormToAnother_AreOneLine_AndThoseElsewhereNone()
    {
        var diagram = Draw(["a", "b"], ("a", "b"), ("a", "b"), ("a", "elsewhere"));

        Assert.Equal(2, Assert.Single(diagram.Lines).References.Count);
    }

    [Fact]
    public void Layout_OfTheSameForms_IsTheSameInWhateverOrderTheyCome()
    {
        var (forms, references) = Hundred();
        var again = FormDiagram.Of([.. forms.Reverse()], references.AsEnumerable().Reverse());

        Assert.Equal(
            FormDiagram.Of(forms, references).Boxes.OrderBy(box => box.Form.Key, StringComparer.Ordinal),
            again.Boxes.OrderBy(box => box.Form.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void Forms_AHundredOfThem_DoNotOverlapAndFitASheet()
    {
        var (forms, references) = Hundred();
        var diagram = FormDiagram.Of(forms, references);

        Assert.Equal(100, diagram.Boxes.Count);
        foreach (var box in diagram.Boxes)
        {
            Assert.DoesNotContain(diagram.Boxes, other => other != box && Math.Abs(other.X - box.X) < FormDiagram.BoxWidth && Math.Abs(other.Y - box.Y) < FormDiagram.BoxHeight);
            Assert.InRange(box.X, 0, diagram.Width - FormDiagram.BoxWidth);
            Assert.InRange(box.Y, 0, diagram.Height - FormDiagram.BoxHeight);
        }

        Assert.InRange((double)diagram.Width / diagram.Height, 0.5, 4);
    }

    [Fact]
    public void Forms_None_AreAnEmptyPicture() => Assert.Empty(Draw([]).Boxes);

    [Fact]
    public void File_OfAnyLabels_IsWellFormed()
    {
        var diagram = FormDiagram.Of([new("a", "app", new("<b>&\u0001\"很长很长很长很长很长很长的名称"), 3)], []);

        var svg = XDocument.Parse(DiagramFile.Write(diagram, "A < B", form => $"{form.Fields} 个字段"));

        Assert.Contains("<b>&\"很长很长很长很…", svg.Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value));
    }

    private static (IReadOnlyList<DiagramForm> Forms, IReadOnlyList<FormReference> References) Hundred()
    {
        var random = new Random(7);
        var forms = Enumerable.Range(0, 100).Select(number => Form($"form-{number}")).ToList();
        var references = Enumerable.Range(0, 160).Select(_ => Reference(forms[random.Next(90)].Key, forms[random.Next(25)].Key)).ToList();
        return (forms, references);
    }

    private static FormDiagram Draw(string[] forms, params (string From, string To)[] references)
        => FormDiagram.Of([.. forms.Select(Form)], references.Select(reference => Reference(reference.From, reference.To)));

    private static int X(FormDiagram diagram, string form) => diagram.Boxes.Single(box => box.Form.Key == form).X;

    private static DiagramForm Form(string key) => new(key, "app", new(key), 1);

    private static FormReference Reference(string from, string to) => new(from, to, "field", new("字段"));
}
