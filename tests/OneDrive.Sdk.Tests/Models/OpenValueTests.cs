using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using OneDrive.Sdk.Models;
using OneDrive.Sdk.SharePoint;
using OneDrive.Sdk.Tests.Support.Json;

namespace OneDrive.Sdk.Tests.Models;

public class OpenValueTests
{
    public static TheoryData<Type> OpenTypes => new(typeof(DriveItem).Assembly.GetTypes().Concat(typeof(ListItem).Assembly.GetTypes())
        .Where(
            type =>
                type.IsValueType
                    && type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IOpenValue<>))));

    // A type without its converter would be written as an object.
    [Theory]
    [MemberData(nameof(OpenTypes))]
    public void EveryOpenType_IsPlainTextOnTheWire(Type type)
    {
        var metadata = new JsonSerializerOptions { TypeInfoResolver = new DefaultJsonTypeInfoResolver() }.GetTypeInfo(type);

        var value = JsonSerializer.Deserialize("\"aNewValue\"", metadata);

        Assert.Equal("aNewValue", value!.ToString());
        Assert.Equal("\"aNewValue\"", JsonSerializer.Serialize(value, metadata));
    }

    [Theory]
    [MemberData(nameof(OpenTypes))]
    public void EveryOpenType_WithoutAValue_PrintsNothing(Type type) => Assert.Equal("", Activator.CreateInstance(type)!.ToString());

    [Fact]
    public void KnownValues_EqualWhatTheServiceSends()
    {
        var drive = ModelText.Read<Drive>("""{"driveType":"documentLibrary","quota":{"state":"nearing"}}""");

        Assert.Equal(DriveKind.DocumentLibrary, drive.DriveType);
        Assert.Equal(QuotaState.Nearing, drive.Quota!.State);
        Assert.NotEqual(DriveKind.Personal, drive.DriveType);
    }

    [Fact]
    public void AnObjectInPlaceOfText_CountsAsAbsent() => Assert.Null(ModelText.Read<Drive>("""{"driveType":{}}""").DriveType);
}
