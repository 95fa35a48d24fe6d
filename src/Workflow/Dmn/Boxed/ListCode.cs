using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Dmn.Boxed;

internal sealed class ListCode(BoxedCode[] items) : BoxedCode
{
    public override FeelValue Evaluate(IFeelScope scope, FeelEnvironment environment)
    {
        var values = new FeelValue[items.Length];
        for (var i = 0; i < values.Length; i++)
        {
            environment.Step();
            values[i] = items[i].Evaluate(scope, environment);
        }

        return FeelValue.From(values);
    }
}

/// <summary>A relation (DMN 1.5 §10.2.1.6): a list of one context per row.</summary>
internal sealed class RelationCode(string[] columns, BoxedCode[][] rows) : BoxedCode
{
    public override FeelValue Evaluate(IFeelScope scope, FeelEnvironment environment)
    {
        var values = new FeelValue[rows.Length];
        for (var row = 0; row < values.Length; row++)
        {
            var context = new FeelContext.Builder();
            for (var column = 0; column < columns.Length; column++)
            {
                environment.Step();
                context.Set(columns[column], rows[row][column].Evaluate(scope, environment));
            }

            values[row] = FeelValue.From(context.Build());
        }

        return FeelValue.From(values);
    }
}
