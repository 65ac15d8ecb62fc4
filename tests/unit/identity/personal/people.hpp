/// @file
/// People who do not exist, for measuring how many are found. The names were written down for this
/// test, group by group, without looking at the lists of the library; about a quarter are not in
/// them.
#pragma once

#include <array>
#include <string_view>

namespace heard::test {

struct people {
  std::string_view origin;
  std::string_view given;     ///< Between spaces.
  std::string_view surnames;  ///< Likewise.
};

inline constexpr std::array<people, 18> everyone = {{
    {"English",
     "Oliver Harriet Thomas Gemma Nigel Tabitha Rupert Beverley Alfred Imogen Clive Dulcie",
     "Bickerstaff Hargreaves Ramsbottom Thistlewood Wainwright Entwistle Fothergill Cholmondeley "
     "Smith Ackroyd Pemberton Sidebottom"},
    {"English, words", "Grace Will Hope Mark Rose Faith Dawn Frank Amber Heather Jack Ruby",
     "Young King Brown Wood Green Baker Hill Cook Field Stone Fox Day"},
    {"Welsh", "Angharad Rhodri Ceridwen Ioan Llyr Mabli Gwydion Tirion Siwan Gethin Betsan Elis",
     "Prydderch Llywelyn Gwilliam Bevan Puw Cadwaladr Ellis Trefor Wyn Eynon Parri Beynon"},
    {"Scottish",
     "Eilidh Hamish Mhairi Ruaraidh Iona Fearchar Catriona Lachlan Peigi Gregor Sorcha Angus",
     "MacGillivray Urquhart Auchincloss McKechnie Dalrymple MacAskill Kerr Balfour Haldane McPhee "
     "Menzies Strachan"},
    {"Irish",
     "Siobhan Cathal Sadhbh Tadhg Aoibheann Eoghan Grainne Diarmuid Clodagh Ruairi Muireann Oisin",
     "O'Brien O'Shaughnessy McGuinness Gallagher Ni-Dhomhnaill Mulvihill Heneghan O'Dowd Kinsella "
     "Brannigan Tierney Geraghty"},
    {"Caribbean",
     "Delroy Shanice Winston Tanique Leroy Keziah Desmond Shontelle Errol Kadeem Marcia Jahmelia",
     "Braithwaite Beckford Cumberbatch Fearon Gayle Duberry Nembhard Pinnock Sealy Goodison "
     "Lashley "
     "Bailey"},
    {"Nigerian",
     "Adaeze Oluwatobi Chukwuemeka Folasade Ifeanyi Temiloluwa Ngozi Babajide Uchechukwu "
     "Yetunde Obinna Morenike",
     "Okonkwo Adeyinka Nwachukwu Oyelowo Ezenwa Olatunji Ogundipe Anozie Balogun Chukwuma Afolayan "
     "Igwebuike"},
    {"Ghanaian", "Kwabena Akosua Yaw Abena Kojo Esi Kwadwo Afia Nana Maame Ekow Adwoa",
     "Boateng Asantewaa Owusu Amponsah Mensah Nkrumah Agyemang Darkwa Ofori Gyimah Acquah Tetteh"},
    {"East African",
     "Abdirahman Ayaan Fartun Warsame Hodan Mukhtar Wanjiru Kipchoge Tigist Selam "
     "Yonas Faduma",
     "Mohamud Abdullahi Farah Warsame Hersi Kamau Odhiambo Tesfaye Haile Gebremedhin Samatar Jama"},
    {"Indian",
     "Priyanka Gurdeep Anjali Harpreet Vikram Manjit Lakshmi Devika Rohan Sukhvinder Kavitha Nirav",
     "Patel Dhillon Chakrabarti Venkataraman Bhattacharya Sandhu Krishnamurthy Mehta Rajagopal "
     "Bains "
     "Trivedi Subramanian"},
    {"Pakistani and Bangladeshi",
     "Zainab Mohammed Bushra Tanzeela Usman Rukhsar Shafiqul Nusrat Imran "
     "Sumaiya Mahfuz Anwara",
     "Hussain Chaudhry Begum Qureshi Miah Siddiqui Rahman Bhuiyan Mahmood Khanam Talukder Awan"},
    {"Chinese",
     "Xiaoming Meiling Zhiwei Jingyi Haoran Siu-Ling Kwok-Wah Yuxuan Lihua Weijie Qiuyue Wing-Yan",
     "Zhang Cheung Ouyang Huang Tsang Xu Leung Zhao Sze-To Kwok Nguyen Lim"},
    {"Polish",
     "Agnieszka Krzysztof Malgorzata Zbigniew Katarzyna Wojciech Grażyna Łukasz Zofia Bartłomiej "
     "Bożena Mieczysław",
     "Wiśniewska Kowalczyk Szczepański Brzęczyszczykiewicz Dąbrowski Nowak Gąsiorowska Jędrzejczak "
     "Wójcik Zielińska Krawczyk Mazurek"},
    {"Arabic",
     "Fatimah Abdulrahman Khadijah Mustafa Noor Hussam Layla Youssef Mariam Tariq Rawan Suhaib",
     "al-Hashimi Mansour Khoury Abdelaziz Haddad el-Sayed Nasser Qasim Bakri Zahrawi Darwish "
     "Shammari"},
    {"Jewish",
     "Shmuel Rivka Mordechai Tzipporah Avrohom Bracha Menachem Shoshana Dovid Yocheved Naftali "
     "Esther",
     "Goldblum Rabinowitz Cohen Feldstein Lipschutz Grunwald Silberstein Teitelbaum Levy "
     "Halberstam "
     "Zuckerman Adler"},
    {"Turkish and Kurdish",
     "Emine Süleyman Ayşegül Mehmet Zeynep Çağlar Elif Hüseyin Berfin Rojda Ömer Dilek",
     "Yıldız Öztürk Demirtaş Kılıç Aydın Şahin Karaoğlu Bozkurt Erdoğan Çelik Yılmaz Kaya"},
    {"Romanian",
     "Mihaela Gheorghe Ștefania Răzvan Ionuț Anca Bogdan Luminița Cătălin Doina Florin Smaranda",
     "Popescu Constantinescu Munteanu Ionescu Țurcanu Dumitrache Vasilescu Bălan Moldoveanu "
     "Ciobanu "
     "Rădulescu Ungureanu"},
    {"Ukrainian and Albanian",
     "Oleksandr Nataliya Dmytro Lyudmyla Bohdan Zlata Ardian Mirjeta Shpend Teuta "
     "Iryna Yaroslav",
     "Shevchenko Kovalenko Tymoshenko Hrytsenko Bondarchuk Melnyk Krasniqi Berisha Gjonaj Hoxhaj "
     "Zelenska Marku"},
}};

}  // namespace heard::test
