using System.Buffers;
using System.Text;
using System.Text.Json;
using Approvals.Workflow.Feel;
using Approvals.Workflow.Feel.Values;
using FsCheck;
using FsCheck.Fluent;

namespace Approvals.Workflow.Tests.Feel;

public sealed class CodecTests
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(1000);

    [Fact]
    public void Binary_gives_every_value_back() =>
        Check.One(
            Many,
            Prop.ForAll(
                Generators.Values.ToArbitrary(),
                value =>
                {
                    var buffer = new ArrayBufferWriter<byte>();
                    FeelBinary.Write(buffer, value);
                    FeelBinary.Write(buffer, FeelValue.True);
                    var cursor = buffer.WrittenSpan;
                    FeelBinary.Read(ref cursor).ShouldBe(value);
                    FeelBinary.Read(ref cursor).ShouldBe(FeelValue.True);
                    cursor.IsEmpty.ShouldBeTrue();
                }
            )
        );

    [Fact]
    public void Binary_refuses_damaged_bytes_and_nothing_else_happens() =>
        Check.One(
            Many,
            Prop.ForAll(
                Gen.Zip(Generators.Values, Gen.Choose(0, 1_000_000)).ToArbitrary(),
                pair =>
                {
                    var buffer = new ArrayBufferWriter<byte>();
                    FeelBinary.Write(buffer, pair.Item1);
                    var bytes = buffer.WrittenSpan.ToArray();
                    bytes[pair.Item2 % bytes.Length] ^= (byte)((pair.Item2 % 255) + 1);
                    try
                    {
                        ReadOnlySpan<byte> cursor = bytes;
                        FeelBinary.Read(ref cursor);
                    }
                    catch (InvalidDataException)
                    {
                        // The one answer to bytes of another format.
                    }
                }
            )
        );

    [Fact]
    public void Canonical_text_is_feel_for_the_same_value() =>
        Check.One(
            Many,
            Prop.ForAll(
                Generators.Values.ToArbitrary(),
                value =>
                {
                    var compilation = FeelExpression.Compile(value.ToString());
                    compilation.Expression.ShouldNotBeNull(value.ToString());
                    var environment = new FeelEnvironment { Now = default };
                    compilation.Expression.Evaluate(MapScope.Empty, environment).ShouldBe(value);
                }
            )
        );

    [Fact]
    public void Json_gives_back_what_json_has() =>
        Check.One(
            Many,
            Prop.ForAll(
                Generators.Values.ToArbitrary(),
                value => FeelJson.Parse(Json(value)).ShouldBe(AsJsonHasIt(value))
            )
        );

    [Fact]
    public void Json_keeps_all_digits_and_writes_temporal_values_as_strings()
    {
        const string json = """{"a":1234567890123456789012345678901234,"b":0.1,"c":[1E400,null,true],"d":"x"}""";
        Json(FeelJson.Parse(json)).ShouldBe(json);
        Json(FeelValue.From(new DateOnly(2026, 3, 2))).ShouldBe("\"2026-03-02\"");
        Json(Temporal.Parse("2026-03-02T10:00:00@Asia/Shanghai")).ShouldBe("\"2026-03-02T10:00:00@Asia/Shanghai\"");
        Json(Temporal.Parse("P1DT2H")).ShouldBe("\"P1DT2H\"");
        Json(FeelValue.From(new FeelRange(FeelValue.From(1), true, FeelValue.From(5), false))).ShouldBe("\"[1..5)\"");
        Should.Throw<JsonException>(() => FeelJson.Parse("{"));
        Should.Throw<JsonException>(() => FeelJson.Parse("1 2"));
    }

    private static FeelValue AsJsonHasIt(FeelValue value) =>
        value.Kind switch
        {
            FeelKind.Null or FeelKind.Boolean or FeelKind.Number or FeelKind.String => value,
            FeelKind.List => FeelValue.From((IReadOnlyList<FeelValue>)[.. value.AsList().Select(AsJsonHasIt)]),
            FeelKind.Context => FeelValue.From(
                value
                    .AsContext()
                    .Aggregate(new FeelContext.Builder(), (all, entry) => all.Set(entry.Key, AsJsonHasIt(entry.Value)))
                    .Build()
            ),
            FeelKind.Range => FeelValue.From(value.ToString()),
            _ => FeelValue.From(value.ToString()[2..^1]),
        };

    private static string Json(FeelValue value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            FeelJson.Write(writer, value);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
