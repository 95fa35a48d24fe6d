using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Approvals.Kernel.Store;
using Approvals.Kernel.Turns;
using Approvals.Workflow.Dmn;
using Approvals.Workflow.Dmn.Model;

namespace Approvals.Workflow.Runtime.Decisions;

/// <summary>Deploys DMN files within a turn: a new version of each of their decisions and services, in the journal and in the tables.</summary>
public static class DecisionDeploying
{
    public const string EventType = "workflow.decisions-deployed";

    private static readonly SqlText LastVersion = new(
        "SELECT max(version) FROM decision_definition WHERE decision_id = ?1"
    );

    private static readonly SqlText InsertModel = new(
        """
        INSERT INTO decision_model (key, namespace, name, resource, digest, xml, at, actor)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        """
    );

    private static readonly SqlText InsertDecision = new(
        "INSERT INTO decision_definition (decision_id, version, model, name) VALUES (?1, ?2, ?3, ?4)"
    );

    public static bool IsDeployed(SqlSession session, string decisionId) =>
        session.QueryInteger(LastVersion, decisionId) is not null;

    /// <summary>Reads, compiles and checks the file; the key is null exactly when there are problems.</summary>
    public static (long? Key, IReadOnlyList<DmnProblem> Problems) Deploy(TurnScope scope, string resource, string xml)
    {
        var reading = DmnReader.Read(
            xml,
            import => DecisionCache.FindImport(scope.Session, import.Namespace, long.MaxValue)
        );
        if (reading.Definitions is not { } definitions)
        {
            return (null, reading.Problems);
        }

        if (DecisionModel.Compile(definitions).Problems is [_, ..] problems)
        {
            return (null, problems);
        }

        var key = scope.NewKey();
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(xml));
        Write(scope.Session, key, definitions, resource, digest, xml, scope.Now, scope.Actor.Id);
        var decisions = Callable(definitions);
        scope.Append(
            key,
            1,
            EventType,
            1,
            JsonSerializer.SerializeToUtf8Bytes(
                new
                {
                    resource,
                    digest = Convert.ToHexStringLower(digest),
                    decisions = decisions.Select(decision => decision.Id),
                }
            )
        );
        return (key, []);
    }

    /// <summary>The rows of a model and of the next version of everything in it that can be called.</summary>
    internal static void Write(
        SqlSession session,
        long key,
        Definitions definitions,
        string resource,
        byte[] digest,
        string xml,
        DateTimeOffset at,
        string actor
    )
    {
        session.Execute(InsertModel, key, definitions.Namespace, definitions.Name, resource, digest, xml, at, actor);
        foreach (var decision in Callable(definitions))
        {
            var version = (session.QueryInteger(LastVersion, decision.Id) ?? 0) + 1;
            session.Execute(InsertDecision, decision.Id, version, key, decision.Name);
        }
    }

    /// <summary>What a business rule task can call.</summary>
    public static IEnumerable<DrgElement> Callable(Definitions definitions) =>
        definitions.Elements.Where(element => element is Decision or DecisionService);
}
