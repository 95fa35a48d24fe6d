using System.Collections.Concurrent;
using Approvals.Kernel.Store;
using Approvals.Workflow.Dmn;

namespace Approvals.Workflow.Runtime.Decisions;

/// <summary>Deployed decision models, compiled once; readers on any thread share them.</summary>
public sealed class DecisionCache
{
    private static readonly SqlText Load = new("SELECT xml FROM decision_model WHERE key = ?1");

    /// <summary>An import means the last model of its namespace that was deployed by then: it never changes afterwards.</summary>
    private static readonly SqlText Imported = new(
        "SELECT xml FROM decision_model WHERE namespace = ?1 AND key <= ?2 ORDER BY key DESC LIMIT 1"
    );

    private readonly ConcurrentDictionary<long, DecisionModel> models = new();

    /// <summary>The deployed model with this key; it must exist.</summary>
    public DecisionModel Get(SqlSession session, long key) =>
        models.TryGetValue(key, out var model) ? model : models.GetOrAdd(key, Read(session, key));

    /// <summary>The text of the model that an import means, seen from the model with the key.</summary>
    public static string? FindImport(SqlSession session, string modelNamespace, long key)
    {
        using var rows = session.Query(Imported, modelNamespace, key);
        return rows.Next() ? rows.Text(0) : null;
    }

    private static DecisionModel Read(SqlSession session, long key)
    {
        string xml;
        using (var rows = session.Query(Load, key))
        {
            xml = rows.Next() ? rows.Text(0) : throw new InvalidDataException($"There is no decision model {key}.");
        }

        var reading = DmnReader.Read(xml, import => FindImport(session, import.Namespace, key));
        return reading.Definitions is { } definitions
            ? DecisionModel.Compile(definitions)
            : throw new InvalidDataException(
                $"The deployed decision model {key} can't be read: {reading.Problems[0].Message}"
            );
    }
}
