using Approvals.Load.Engine;
using Approvals.Workflow.Execution.State;
using Microsoft.Data.Sqlite;

namespace Approvals.Load.Raw;

/// <summary>
/// The row writes of one instance, turn by turn, recorded from a real run by comparing the database before and after each
/// turn; and the schema they were made in, indexes included.
/// </summary>
internal sealed class RecordedWrites
{
    private RecordedWrites(long instance, IReadOnlyList<string> schema, IReadOnlyList<RowWrite[]> turns)
    {
        Instance = instance;
        Schema = schema;
        Turns = turns;
    }

    public long Instance { get; }

    /// <summary>CREATE statements of all tables and indexes.</summary>
    public IReadOnlyList<string> Schema { get; }

    public IReadOnlyList<RowWrite[]> Turns { get; }

    public int Count => Turns.Sum(turn => turn.Length);

    public static async Task<RecordedWrites> OfAsync(Shape shape, string folder)
    {
        await using var engine = await DurableEngine.OpenAsync(folder, shape);
        // The first instance takes key blocks, which the recorded one must not seem to.
        await engine.RunInstanceAsync(shape);
        await using var connection = new SqliteConnection($"Data Source={engine.Database};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        var tables = DatabaseImage.ReadTables(connection);
        var turns = new List<RowWrite[]>();
        var image = DatabaseImage.Take(connection, tables);
        var instance = await engine.StartAsync(shape);
        Record();
        for (var step = 0; step < shape.Completions.Length; step++)
        {
            await engine.CompleteAsync(shape, instance, step);
            Record();
        }

        var schema = DatabaseImage.Texts(
            connection,
            "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type = 'index', rootpage"
        );
        return new RecordedWrites(instance, schema, turns);

        void Record()
        {
            var now = DatabaseImage.Take(connection, tables);
            turns.Add([.. now.Since(image)]);
            image = now;
        }
    }

    /// <summary>Only what is there at the end, as inserts in the turn of its first writing.</summary>
    public RecordedWrites Remaining()
    {
        var last = new Dictionary<(string, string), RowWrite>();
        foreach (var write in Turns.SelectMany(turn => turn))
        {
            last[Identity(write)] = write;
        }

        return new RecordedWrites(
            Instance,
            Schema,
            [
                .. Turns.Select(turn =>
                    turn.Where(write =>
                            write.Kind == RowWriteKind.Insert && last[Identity(write)].Kind != RowWriteKind.Delete
                        )
                        .Select(write => last[Identity(write)] with { Kind = RowWriteKind.Insert })
                        .ToArray()
                ),
            ]
        );
    }

    /// <summary>True for a key of the recorded instance; the same place in another instance is as far from its key.</summary>
    public bool IsInstanceKey(object? value) =>
        value is long key && (key & -ProcessInstanceState.KeysPerInstance) == Instance;

    public override string ToString() =>
        $"{Count} in {Turns.Count} turns: "
        + string.Join(
            ", ",
            Turns
                .SelectMany(turn => turn)
                .GroupBy(write => (write.Table.Name, write.Kind))
                .Select(group =>
                    $"{group.Key.Name} {group.Key.Kind.ToString().ToLowerInvariant()} × {group.Count()} "
                    + $"({group.Sum(write => write.Values.Sum(Size)) / group.Count()} B)"
                )
        );

    private static (string, string) Identity(RowWrite write) =>
        (write.Table.Name, string.Join('\u001f', write.Table.Keys.Select(key => write.Values[key])));

    private static int Size(object? value) =>
        value switch
        {
            null => 0,
            byte[] bytes => bytes.Length,
            string text => System.Text.Encoding.UTF8.GetByteCount(text),
            _ => 8,
        };
}
