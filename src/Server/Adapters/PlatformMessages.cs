using System.Text.Json;
using Approvals.Cases.Handling;
using Approvals.Kernel.Store;
using Approvals.Kernel.Turns;
using Approvals.Server.Workers;

namespace Approvals.Server.Adapters;

/// <summary>Messages as people read them in the platform: one row a person, under the effect's key.</summary>
public sealed class PlatformMessages : IEffectCarrier
{
    private static readonly SqlText Insert = new(
        "INSERT INTO message (key, person, owner, text, at) VALUES (?1, ?2, ?3, ?4, ?5)"
    );

    private static readonly SqlText Holders = new("SELECT person FROM post WHERE grp = ?1 ORDER BY person");

    public IReadOnlyList<string> Kinds { get; } = [CaseMessaging.ToPerson, CaseMessaging.ToGroup];

    public void Deliver(TurnScope scope, Effect effect)
    {
        if (effect.Kind == CaseMessaging.ToPerson)
        {
            var one = JsonSerializer.Deserialize(effect.Payload, CaseMessageJson.Default.PersonMessage)!;
            scope.Session.Execute(Insert, scope.NewKey(), one.Person, effect.Stream, one.Text, scope.Now);
            return;
        }

        var message = JsonSerializer.Deserialize(effect.Payload, CaseMessageJson.Default.GroupMessage)!;
        foreach (var person in PeopleIn(scope.Session, message.Group))
        {
            var actor = Organisation.ActorId(person);
            scope.Session.Execute(Insert, scope.NewKey(), actor, effect.Stream, message.Text, scope.Now);
        }
    }

    private static List<long> PeopleIn(SqlSession session, string group)
    {
        var people = new List<long>();
        using var rows = session.Query(Holders, group);
        while (rows.Next())
        {
            people.Add(rows.Integer(0));
        }

        return people;
    }
}
